/** Tools for teachers and authors around lessons: records of learners, authoring, and printed guides. No part knows the window. */
package studio.backprop.teaching;
