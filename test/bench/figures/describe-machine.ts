import { arch, availableParallelism, cpus, type as systemName, totalmem } from "node:os";

/** What a figure depends on, in words: `2 cores of an Intel Xeon …, 24 GB, Linux x64, Node 22.18.0`. */
export function describeMachine(): string {
  const model = (cpus()[0]?.model ?? "")
    .replace(/\((?:R|TM)\)|@.*$|\bCPU\b|\bProcessor\b/gi, "")
    .replace(/\s+/g, " ")
    .trim();
  const cores = `${availableParallelism()} cores${model && model !== "unknown" ? ` of ${model}` : ""}`;
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  return `${cores}, ${memory}, ${systemName()} ${arch()}, Node ${process.versions.node}`;
}
