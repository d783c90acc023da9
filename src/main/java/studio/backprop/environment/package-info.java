/** Worlds in which an agent acts and is rewarded. Nothing here knows of networks, data or the window. */
package studio.backprop.environment;
