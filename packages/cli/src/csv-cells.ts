const plain = new Set([
  'key',
  'at',
  'operation',
  'amount',
  'currency',
  'source',
  'bin',
  'brand',
  'issuerCountry',
  'billingCountry',
  'issuedBy',
  'usage',
  'initiator',
  'storeCard',
  'onPayment',
  'provider',
  'status',
]);

/** A row of CSV as the object that a line of JSON would be. An empty cell says nothing. */
export function nestCells(row: Readonly<Record<string, string>>): {
  readonly value: unknown;
  readonly wrong: string | undefined;
} {
  const value: Record<string, unknown> = {};
  const customer: Record<string, unknown> = {};
  const groups = { 'customer.metadata.': new Map<string, string>(), 'metadata.': new Map<string, string>() };
  let wrong: string | undefined;
  for (const [column, cell] of Object.entries(row)) {
    const group = (['customer.metadata.', 'metadata.'] as const).find((prefix) => column.startsWith(prefix));
    const field = /^customer\.(reference|email|phone|ipAddress|deviceId)$/.exec(column)?.[1];
    if (group === undefined && field === undefined && !plain.has(column)) wrong ??= nameOf(column);
    else if (cell === '') continue;
    else if (group !== undefined) groups[group].set(column.slice(group.length), cell);
    else if (field !== undefined) customer[field] = cell;
    else value[column] = cellValue(column, cell);
  }
  if (groups['customer.metadata.'].size > 0) customer['metadata'] = Object.fromEntries(groups['customer.metadata.']);
  if (groups['metadata.'].size > 0) value['metadata'] = Object.fromEntries(groups['metadata.']);
  if (Object.keys(customer).length > 0) value['customer'] = customer;
  return { value, wrong };
}

/** A file without a header has its first request for one: what looks like data is not shown. */
function nameOf(column: string): string {
  return /^[A-Za-z][A-Za-z_. -]{0,40}$/.test(column) ? column : 'a column';
}

function cellValue(column: string, cell: string): unknown {
  if (column === 'usage') return cell.split(/\s+/);
  if (column === 'at' && /^\d{1,15}$/.test(cell)) return Number(cell);
  if (column === 'storeCard' && (cell === 'true' || cell === 'false')) return cell === 'true';
  return cell;
}
