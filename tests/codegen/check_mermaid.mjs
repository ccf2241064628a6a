// Checks that a file is a Mermaid diagram:  node check_mermaid.mjs FOLDER-OF-NPM-PACKAGES FILE
// Ends with 77 where the npm packages for it are not to be found.
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [packages, file] = process.argv.slice(2).map((argument) => path.resolve(argument));
let mermaid;
try {
    // Mermaid cleans texts with the help of a browser's document.
    const { JSDOM } = createRequire(path.join(packages, "check.js"))("jsdom");
    globalThis.window = new JSDOM("").window;
    globalThis.document = window.document;
    mermaid = (await import(pathToFileURL(path.join(packages, "mermaid/dist/mermaid.core.mjs")))).default;
} catch (error) {
    console.log("skipped: the npm packages mermaid and jsdom are not here (.ci/test installs them)");
    process.exit(77);
}

try {
    const { diagramType } = await mermaid.parse(fs.readFileSync(file, "utf8"));
    console.log(diagramType);
} catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exit(1);
}
