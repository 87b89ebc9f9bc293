namespace Sqo.Qualification.Internal;

/// <summary>What a <see cref="DataNode"/> is.</summary>
internal enum DataKind
{
    Null,
    Flag,
    Number,
    Text,
    List,
    Object,
}
