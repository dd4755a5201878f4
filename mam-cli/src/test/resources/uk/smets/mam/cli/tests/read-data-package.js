// Validates the Data Package in the working directory and reads its tables, with the library of the Frictionless project.
const {Package} = require('datapackage')

function fail(what, errors) {
  for (const error of errors) {
    console.log(`${what}: ${error.message}`)
    fail(what, error.errors || [])
  }
  process.exitCode = 1
}

async function main() {
  const dataPackage = await Package.load('datapackage.json', {basePath: '.'})
  if (!dataPackage.valid) {
    fail('package', dataPackage.errors)
  }
  for (const resource of dataPackage.resources) {
    try {
      const rows = await resource.read({keyed: true})
      console.log(`${resource.name}: ${rows.length} rows`)
    } catch (error) {
      fail(resource.name, [error])
    }
  }
}

main()
