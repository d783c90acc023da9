/** The geometry of the generated examples: one shape of points a file. Knows nothing of files, splits or scaling. */
package studio.backprop.data.generate;
