/** One learning-rate schedule a file: how the rate changes while training. To add one, write its record and a line in the catalog. */
package studio.backprop.schedule;
