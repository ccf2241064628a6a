// Judges payloads by ajv and compares with what the reader found:  node check_with_ajv.js SCHEMA-FOLDER PROGRAM ARGUMENT…
// The program writes them as rollcall-write-payloads does. Ends with 77 where the npm packages for it are not to be found.
"use strict";

const { spawn } = require("child_process");
const { once } = require("events");
const fs = require("fs");
const path = require("path");
const readline = require("readline");

let Ajv, addFormats;
try {
    Ajv = require("ajv");
    addFormats = require("ajv-formats");
} catch (error) {
    console.log("skipped: the npm packages ajv and ajv-formats are not here (.ci/test installs them)");
    process.exit(77);
}

const [folder, program, ...parameters] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
for (const file of fs.readdirSync(folder))
    if (file.endsWith(".schema.json"))
        ajv.addSchema(JSON.parse(fs.readFileSync(path.join(folder, file), "utf8")));

// What the two cannot agree on, each with its reason. ajv is given what JSON.parse makes of a text.
const forcedDifferences = {
    "of members that stand twice JSON.parse keeps the last": (finding) => finding.rule === "duplicate-property",
    "1.0 and 1e0 are whole numbers to draft-07, and to JSON.parse the same as 1": (finding) =>
        finding.rule === "type" && /^-?[0-9]+[.eE]/.test(finding.found) && Number.isInteger(Number(finding.found)),
    "JSON.parse rounds to 53 bits, so that 2^63 is no more than the limit of 2^63 - 1": (finding) =>
        finding.rule === "schema-constraint" && finding.found === "9223372036854775808",
};

const isIn = (pointer, place) => pointer === place || pointer.startsWith(place + "/");

// The value that is not compared on account of a finding; of a duplicate that says which type an object is, the object.
function placeOf(finding) {
    const isDiscriminator = finding.rule === "duplicate-property" && finding.pointer.endsWith("/@odata.type");
    return isDiscriminator ? finding.pointer.slice(0, -"/@odata.type".length) : finding.pointer;
}

// Where an error is: that of a property which should not be there is at the property, as the reader has it.
function pointerOf(error) {
    if (error.keyword !== "additionalProperties")
        return error.instancePath;
    return error.instancePath + "/" + error.params.additionalProperty.replace(/~/g, "~0").replace(/\//g, "~1");
}

const counts = { payloads: 0, accepted: 0, rejected: 0 };
for (const reason of Object.keys(forcedDifferences))
    counts[reason] = 0;

// Why the verdicts are not the same, or nothing.
function disagreement({ schema, payload, findings }) {
    const open = [];
    for (const finding of findings)
        for (const [reason, isForced] of Object.entries(forcedDifferences))
            if (isForced(finding)) {
                open.push(placeOf(finding));
                ++counts[reason];
            }
    const compared = findings.filter((finding) => !open.some((place) => isIn(finding.pointer, place)));
    const isAccepted = ajv.validate(schema, JSON.parse(payload));
    ++counts[isAccepted ? "accepted" : "rejected"];
    const pointers = (ajv.errors ?? []).map(pointerOf);
    for (const finding of compared)
        if (!pointers.includes(finding.pointer))
            return `ajv does not find ${finding.rule} at "${finding.pointer}"`;
    if (compared.length === 0)
        for (const pointer of pointers)
            if (!open.some((place) => isIn(pointer, place) || isIn(place, pointer)))
                return `ajv alone finds something at "${pointer}": ${ajv.errorsText()}`;
}

async function main() {
    const mostFailures = 10;
    let failures = 0;
    const child = spawn(program, parameters, { stdio: ["ignore", "pipe", "inherit"] });
    const end = once(child, "close");
    for await (const line of readline.createInterface({ input: child.stdout })) {
        const judged = JSON.parse(line);
        ++counts.payloads;
        const difference = disagreement(judged);
        if (difference && ++failures <= mostFailures)
            console.error(`${judged.schema}: ${difference}\n  of ${judged.payload}\n  found: ${JSON.stringify(judged.findings)}`);
    }
    const [status] = await end;
    console.log(JSON.stringify(counts, null, 2));
    console.log(`${failures} of ${counts.payloads} payloads are judged otherwise by ajv`);
    process.exit(status === 0 && failures === 0 && counts.accepted > 0 && counts.rejected > 0 ? 0 : 1);
}

main();
