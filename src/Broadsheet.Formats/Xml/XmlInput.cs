using System.IO.Pipelines;

namespace Broadsheet.Formats.Xml;

/// <summary>A stream with its opening read, and all bytes still to come.</summary>
internal sealed class XmlInput
{
    private readonly PipeReader pipe;

    private XmlInput(PipeReader pipe, XmlOpening opening)
    {
        this.pipe = pipe;
        Opening = opening;
    }

    /// <summary>What the first bytes say.</summary>
    public XmlOpening Opening { get; }

    /// <summary>The whole stream from its first byte.</summary>
    public Stream Rest => pipe.AsStream(leaveOpen: true);

    /// <summary>Reads as much of the stream as its opening needs, at most <see cref="XmlOpening.Window"/> bytes.</summary>
    public static async Task<XmlInput> OpenAsync(Stream stream, CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 4096, minimumReadSize: 1024, leaveOpen: true));
        for (var wanted = 1024; ; wanted *= 2)
        {
            var read = await reader.ReadAtLeastAsync(wanted, ct);
            var buffer = read.Buffer.Slice(0, Math.Min(read.Buffer.Length, XmlOpening.Window));
            var opening = XmlOpening.Read(System.Buffers.BuffersExtensions.ToArray(buffer));
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (opening.Root is not null || opening.First is not ('<' or null) || read.IsCompleted || wanted >= XmlOpening.Window)
                return new XmlInput(reader, opening);
        }
    }

    /// <summary>What speaks against reading the file at all.</summary>
    /// <param name="allowExternalDoctype">True where a document type declaration that only names a DTD is passed over unread.</param>
    /// <returns>A reason, or null.</returns>
    public string? Problem(bool allowExternalDoctype)
    {
        if (Opening.First is null)
            return "the file is empty";
        if (Opening.First != '<')
            return "the file is not XML: it does not begin with '<'";
        if (Opening.EncodingProblem is { } problem)
            return problem;
        if (Opening.HasInternalSubset)
            return "the document type declaration has an internal subset, which may declare entities: it is not accepted";
        if (Opening.Doctype is not null && !allowExternalDoctype)
            return "a document type declaration (DTD) is not accepted";
        return Opening.Root is null ? "no root element was found in the first 64 KiB" : null;
    }

    /// <summary>Reads the whole stream into memory, unless it is larger than the limit.</summary>
    /// <param name="limit">Most bytes taken.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The bytes, or null where there are more; then no more than the limit was held.</returns>
    public async Task<byte[]?> ReadAllAsync(long limit, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var rest = Rest;
        var chunk = new byte[16 * 1024];
        for (int read; (read = await rest.ReadAsync(chunk, ct)) > 0;)
        {
            if (whole.Length + read > limit)
                return null;
            whole.Write(chunk, 0, read);
        }
        return whole.ToArray();
    }
}
