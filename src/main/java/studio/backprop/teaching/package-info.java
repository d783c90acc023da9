/**
 * Tools for teachers and authors around lessons: records of learners ({@code record}), authoring ({@code author}), printed guides ({@code
 * print}). No part knows the window.
 */
package studio.backprop.teaching;
