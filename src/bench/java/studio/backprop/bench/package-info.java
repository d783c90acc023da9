/** Kernels timed one by one, each in a Java of its own; no part of the program or of its tests. */
package studio.backprop.bench;
