namespace Sqo.Qualification.PluginCheck
{
    /// <summary>An opportunity that is being saved: the columns of this operation, then those of the image from before it.</summary>
    internal sealed class SavedOpportunity
    {
        private readonly Entity _target;
        private readonly Entity _image;

        public SavedOpportunity(Entity target, Entity image)
        {
            _target = target;
            _image = image;
        }

        // A column that nobody has filled in is null, and so unknown. T is nullable for numbers, dates and yes/no.
        public T Value<T>(string column) =>
            _target.Contains(column) ? _target.GetAttributeValue<T>(column)
            : _image != null ? _image.GetAttributeValue<T>(column)
            : default;
    }
}
