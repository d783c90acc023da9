/** What learners did in lessons: kept on their own machine, and given to a teacher as a table. */
package studio.backprop.teaching.record;
