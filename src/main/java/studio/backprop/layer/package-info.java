/**
 * Layers: one kind a file, an immutable record that is compiled into ops. Its components, with their ranges, are its settings (room {@code
 * setting}); inspector form, file format and help are read from them. {@link LayerCatalog} lists what the palette offers; {@link
 * LayerTraits} holds the questions that others ask of a layer, so that the window names none; {@link ParameterSpec} names its parameters,
 * shapes, initial values and roles. Activations are values of {@link Activation}. Shapes are without the batch axis.
 */
package studio.backprop.layer;
