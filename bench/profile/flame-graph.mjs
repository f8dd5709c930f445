const width = 1200;
const rowHeight = 17;
/** Narrower frames, in pixels, are left out. */
const narrowest = 1.5;

/**
 * @param {Map<string, number>} stacks of readStacks
 * @param {string} title
 * @returns {string} an SVG; a frame's own tooltip has its name and share
 */
export function flameGraph(stacks, title) {
  const root = tree(stacks);
  const frames = [];
  let deepest = 0;
  const place = (node, name, x, depth) => {
    const frameWidth = (node.count / root.count) * width;
    if (frameWidth < narrowest) return;
    deepest = Math.max(deepest, depth);
    frames.push({ name, x, depth, frameWidth, share: node.count / root.count });
    let left = x;
    for (const [childName, child] of [...node.children].sort()) {
      place(child, childName, left, depth + 1);
      left += (child.count / root.count) * width;
    }
  };
  place(root, 'all', 0, 0);
  const height = (deepest + 3) * rowHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="monospace" font-size="11">`,
    `<text x="4" y="12">${escape(title)}</text>`,
    ...frames.map((frame) => rectangle(frame, height)),
    '</svg>\n',
  ].join('\n');
}

function tree(stacks) {
  const root = { count: 0, children: new Map() };
  for (const [stack, count] of stacks) {
    let node = root;
    node.count += count;
    for (const name of stack.split(';')) {
      if (!node.children.has(name)) node.children.set(name, { count: 0, children: new Map() });
      node = node.children.get(name);
      node.count += count;
    }
  }
  return root;
}

function rectangle({ name, x, depth, frameWidth, share }, height) {
  const y = height - (depth + 1) * rowHeight;
  const text = name.slice(0, Math.floor(frameWidth / 6.7));
  return [
    `<g><title>${escape(name)} ${(share * 100).toFixed(2)} %</title>`,
    `<rect x="${x.toFixed(1)}" y="${y}" width="${frameWidth.toFixed(1)}" height="${rowHeight - 1}" fill="${color(name)}"/>`,
    text.length > 2 ? `<text x="${(x + 2).toFixed(1)}" y="${y + 12}">${escape(text)}</text>` : '',
    '</g>',
  ].join('');
}

/** The same function has the same warm colour in every graph. */
function color(name) {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)) >>> 0;
  return `hsl(${hash % 55},85%,${62 + (hash % 15)}%)`;
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
