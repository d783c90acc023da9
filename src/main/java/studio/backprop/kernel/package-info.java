/** The fast loops and the threads that share them. The only room that may use the Vector API. Knows no other room. */
package studio.backprop.kernel;
