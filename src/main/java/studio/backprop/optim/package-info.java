/** One optimizer a file: how gradients become steps. To add one, write its record and a line in the catalog. */
package studio.backprop.optim;
