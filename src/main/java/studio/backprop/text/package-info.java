/** Sentences and the two languages they are said in. Knows no other room; every room may use it. */
package studio.backprop.text;
