// SPDX-License-Identifier: GPL-3.0-or-later
// Compiles one typst file to PDF with the native compiler that the npm package brings.
const fs = require('fs');
const path = require('path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');
const [source, target] = process.argv.slice(2);
const compiler = NodeCompiler.create({ workspace: path.dirname(path.resolve(source)) });
fs.writeFileSync(target, compiler.pdf({ mainFilePath: path.resolve(source) }));
