import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const HEADER_SIZE = 64;
const MAGIC = '\x7fELF';

/** `e_machine` by Node's name of the architecture. */
const MACHINES: Readonly<Record<string, number>> = {
  arm: 40,
  arm64: 183,
  ia32: 3,
  loong64: 258,
  ppc64: 21,
  riscv64: 243,
  s390x: 22,
  x64: 62,
};

function read(file: string): { header: Buffer; size: number } {
  const fd = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_SIZE);
    readSync(fd, header, 0, HEADER_SIZE, 0);
    return { header, size: fstatSync(fd).size };
  } finally {
    closeSync(fd);
  }
}

/**
 * Why a shared object cannot be loaded on this machine; null when its header
 * shows no reason. Asked before the loader, which dies of SIGBUS on a file
 * that was cut short.
 *
 * @see https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
 */
export function elfProblem(file: string, arch: string = process.arch): string | null {
  const { header, size } = read(file);
  if (size < HEADER_SIZE || header.toString('latin1', 0, 4) !== MAGIC) {
    return `it is not a shared object (${size} bytes)`;
  }
  // Layouts of 32 bit and of big-endian machines are left to the loader.
  const [is64, isLittleEndian] = [header[4] === 2, header[5] === 1];
  if (!is64 || !isLittleEndian) return null;
  const machine = header.readUInt16LE(18);
  if (MACHINES[arch] !== undefined && machine !== MACHINES[arch]) {
    const name = Object.keys(MACHINES).find((key) => MACHINES[key] === machine);
    return `it was made for ${name ?? `ELF machine ${machine}`}, this machine is ${arch}`;
  }
  // The section headers are what linkers write last.
  const end =
    Number(header.readBigUInt64LE(40)) + header.readUInt16LE(58) * header.readUInt16LE(60);
  return end > size ? `it is cut short: ${size} bytes of ${end}` : null;
}
