/**
 * Examples to learn from: generated points, bundled tables and images, a user's own table; how they are split, scaled, encoded and dealt
 * out in batches. Knows shapes, random sources and sentences only; nothing here knows a network.
 */
package studio.backprop.data;
