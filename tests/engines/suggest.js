// Amazon's judge of documents for screens: reads a JSON list of them, writes what it finds in each as a JSON list of lists.
const { StaticAplTemplateValidator } = require("apl-suggester");

let read = "";
process.stdin.on("data", (part) => { read += part; });
process.stdin.on("end", async () => {
  const found = [];
  for (const document of JSON.parse(read)) {
    const complaints = await new StaticAplTemplateValidator().validate(document);
    found.push(complaints.map((complaint) => `${complaint.level} ${complaint.path}: ${complaint.errorMessage}`));
  }
  process.stdout.write(JSON.stringify(found));
});
