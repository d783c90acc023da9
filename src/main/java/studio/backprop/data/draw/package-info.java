/**
 * Hand-drawn examples: strokes of a pen, rendered in the form of the training images. {@link PictureForm} measures size, centre of mass
 * and line width of the training images and normalizes a {@link Drawing} in the same way; {@link EditedPicture} is an example of the data
 * changed pixel by pixel, {@link GivenImage} an image from a file. Decisions 47, 73 and 75.
 */
package studio.backprop.data.draw;
