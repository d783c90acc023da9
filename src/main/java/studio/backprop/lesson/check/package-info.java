/**
 * Language of conditions in lessons: parser, type check and evaluation. {@link CheckParser} reads a {@link Check} by recursive descent;
 * {@link Judge} evaluates it after each step on the training thread, without allocation, against the numbers in {@link Facts}. No
 * functions, loops or clock. {@link QuantityCatalog} lists what can be asked.
 */
package studio.backprop.lesson.check;
