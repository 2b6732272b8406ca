// Serves dynalite over a folder until it is ended: node dynalite.js FOLDER [PORT]. Prints the port, any free one if none is given.
const dynalite = require('dynalite')

const [folder, port] = process.argv.slice(2)
const server = dynalite({ path: folder, createTableMs: 0 })
server.listen(Number(port ?? 0), '127.0.0.1', () => console.log(server.address().port))
