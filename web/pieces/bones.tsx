/** A page's shape while it loads. */
export function Bones({ lines = 4, height = 18 }: { lines?: number; height?: number }) {
  return (
    <div aria-busy="true" aria-live="polite" style={{ display: 'grid', gap: 14, padding: '8px 0' }}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="bone" style={{ height, width: `${[92, 74, 84, 60][line % 4]}%` }} />
      ))}
    </div>
  );
}
