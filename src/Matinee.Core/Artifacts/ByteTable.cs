using System.Buffers.Binary;
using System.Numerics;

namespace Matinee.Core.Artifacts;

/// <summary>Values by short strings of bytes, found without making anything of the bytes: open addressing, half full at most. For one thread.</summary>
internal sealed class ByteTable<T>
    where T : class
{
    private Entry[] entries = new Entry[1024];
    private byte[] keys = new byte[16 << 10];
    private int keysFilled;
    private int count;

    private struct Entry
    {
        public T? Value;
        public ulong Hash;
        public int KeyStart;
        public int KeyLength;
    }

    /// <summary>Null where there is none.</summary>
    public T? Find(ReadOnlySpan<byte> key)
    {
        ref Entry entry = ref Place(key, HashOf(key));
        return entry.Value;
    }

    /// <summary>Adds a value whose key is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> key, T value)
    {
        if (2 * ++count > entries.Length)
        {
            Grow();
        }

        while (keysFilled + key.Length > keys.Length)
        {
            Array.Resize(ref keys, checked(2 * keys.Length));
        }

        key.CopyTo(keys.AsSpan(keysFilled));
        ulong hash = HashOf(key);
        Place(key, hash) = new Entry
        {
            Value = value,
            Hash = hash,
            KeyStart = keysFilled,
            KeyLength = key.Length,
        };
        keysFilled += key.Length;
    }

    // Its own place, or the free one where it would go.
    private ref Entry Place(ReadOnlySpan<byte> key, ulong hash)
    {
        int mask = entries.Length - 1;
        int place = (int)(hash >> 32) & mask;
        while (true)
        {
            ref Entry entry = ref entries[place];
            if (
                entry.Value is null
                || (entry.Hash == hash && key.SequenceEqual(keys.AsSpan(entry.KeyStart, entry.KeyLength)))
            )
            {
                return ref entry;
            }

            place = (place + 1) & mask;
        }
    }

    private void Grow()
    {
        Entry[] old = entries;
        entries = new Entry[2 * old.Length];
        foreach (Entry entry in old)
        {
            if (entry.Value is not null)
            {
                Place(keys.AsSpan(entry.KeyStart, entry.KeyLength), entry.Hash) = entry;
            }
        }
    }

    private static ulong HashOf(ReadOnlySpan<byte> key)
    {
        // The golden ratio of 64 bits; multiplying carries upwards, rotating brings what is there back.
        const ulong Factor = 0x9E3779B97F4A7C15;
        ulong hash = (ulong)key.Length * Factor;
        while (key.Length >= sizeof(ulong))
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(key)) * Factor, 29);
            key = key[sizeof(ulong)..];
        }

        foreach (byte one in key)
        {
            hash = BitOperations.RotateLeft((hash ^ one) * Factor, 29);
        }

        return hash * Factor;
    }
}
