// Checks HAR files against the JSON Schema of HAR 1.2:  node check_har.js FILE…
// Ends with 77 where the npm packages for it are not to be found.
"use strict";

const fs = require("fs");

let Ajv, addFormats, draft, schemas;
try {
    Ajv = require("ajv");
    addFormats = require("ajv-formats");
    draft = require("ajv/dist/refs/json-schema-draft-06.json");
    schemas = require("har-schema");
} catch (error) {
    console.log("skipped: the npm packages har-schema, ajv and ajv-formats are not here (.ci/test installs them)");
    process.exit(77);
}

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
ajv.addMetaSchema(draft);
ajv.addSchema(Object.values(schemas));
let failed = 0;
for (const file of process.argv.slice(2)) {
    const text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
    if (!ajv.validate("har.json#", JSON.parse(text))) {
        console.error(`${file}: ${ajv.errorsText()}`);
        ++failed;
    }
}
console.log(`${process.argv.length - 2} HAR files, ${failed} of them are not as the schema says`);
process.exit(failed === 0 && process.argv.length > 2 ? 0 : 1);
