/** Points in many dimensions, laid out in two or three: principal components and t-SNE. */
package studio.backprop.evaluate.embed;
