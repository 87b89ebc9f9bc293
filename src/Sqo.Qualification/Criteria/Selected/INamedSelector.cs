using System;

namespace Sqo.Qualification;

/// <summary>A selector under the name of the field that it reads.</summary>
internal interface INamedSelector
{
    string Name { get; }

    /// <summary>The selector that was registered.</summary>
    Delegate Bare { get; }
}
