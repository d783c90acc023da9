package studio.backprop.lesson.play;

import java.util.List;
import java.util.Optional;

/**
 * What a step says and asks when it is played, with the engine's numbers in it.
 *
 * @param text before the question, in Markdown like all others
 * @param ask the question; empty for none
 * @param choices what can be chosen or ordered
 * @param replies to each of them, or to each known wrong number; empty where there is none
 * @param hints of a task
 * @param after what is said behind the question: of a reveal, or when a task is done
 * @param answer the number that was to be predicted, as it was measured
 */
public record PlayedStep(
    String text, String ask, List<String> choices, List<String> replies, List<String> hints, String after, Optional<String> answer) {}
