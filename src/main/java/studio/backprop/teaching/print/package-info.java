/**
 * Teacher's guide in print: a lesson with all questions, answers, solutions and measured numbers, as XHTML and PDF. {@link GuideLesson}
 * plays the lesson for them, {@link GuideHtml} lays them out. Decision 51.
 */
package studio.backprop.teaching.print;
