using Matinee.Core;
using Matinee.Text;

namespace Matinee.Api.Search.Semantic;

/// <summary>An encoder that is loaded when first needed, and let go when it has not been needed for a while.</summary>
internal sealed class IdleEncoder : ITextEncoder, IDisposable
{
    private readonly Func<ITextEncoder> open;
    private readonly TimeSpan keep;
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private ITextEncoder? encoder;
    private int users;
    private long lastUse;
    private bool isDisposed;

    public IdleEncoder(Func<ITextEncoder> open, TimeSpan keep, TimeProvider time)
    {
        this.open = open;
        this.keep = keep;
        this.time = time;
        timer = time.CreateTimer(_ => ReleaseIfIdle(), null, keep, keep);
    }

    public bool IsLoaded => encoder is not null;

    public string Fingerprint => Use(one => one.Fingerprint);

    public int Dimensions => Use(one => one.Dimensions);

    /// <exception cref="MatineeException">The encoder can't be loaded.</exception>
    public TextVectors Encode(IReadOnlyList<string> texts, TextRole role, CancellationToken cancellation = default) =>
        Use(one => one.Encode(texts, role, cancellation));

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isDisposed = true;
            ReleaseUnused();
        }
    }

    private T Use<T>(Func<ITextEncoder, T> action)
    {
        ITextEncoder used;
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            used = encoder ??= open();
            users++;
        }

        try
        {
            return action(used);
        }
        finally
        {
            lock (gate)
            {
                users--;
                lastUse = time.GetTimestamp();
                if (isDisposed)
                {
                    ReleaseUnused();
                }
            }
        }
    }

    private void ReleaseIfIdle()
    {
        lock (gate)
        {
            if (time.GetElapsedTime(lastUse) >= keep)
            {
                ReleaseUnused();
            }
        }
    }

    private void ReleaseUnused()
    {
        if (users == 0)
        {
            (encoder as IDisposable)?.Dispose();
            encoder = null;
        }
    }
}
