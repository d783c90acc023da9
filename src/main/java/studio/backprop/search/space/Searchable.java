package studio.backprop.search.space;

import java.util.List;
import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * A setting of a project that can be searched.
 *
 * @param name by which a search space names it: {@code rate}, {@code layers}, {@code conv_1.filters}
 * @param title what the window calls it
 * @param owner the layer or the optimizer that it belongs to; empty for one of the whole project
 * @param usual values to search among, from its own range
 * @param low the smallest number that is allowed
 * @param high the largest
 * @param words what its choices go by, in the order of {@link #known}
 * @param known the names of its choices; empty where it is a number
 * @param change a project with this value; empty where the project has no such setting
 */
public record Searchable(
    String name, Message title, Optional<Message> owner, Dimension usual, double low, double high, List<String> known, List<Object> words,
    Change change) {
  /** Sets it. */
  @FunctionalInterface
  interface Change {
    Optional<Project> apply(Project project, String value);
  }

  /** A number. */
  static Searchable number(String name, Message title, Optional<Message> owner, Dimension usual, double low, double high, Change change) {
    return new Searchable(name, title, owner, usual, low, high, List.of(), List.of(), change);
  }

  /** One of some names. @param usual those to search among */
  static Searchable choice(
      String name, Message title, Optional<Message> owner, List<String> usual, List<String> known, List<Object> words, Change change) {
    return new Searchable(name, title, owner, Dimension.choice(name, usual), 0, known.size() - 1.0, known, words, change);
  }

  public boolean isNumber() {
    return known.isEmpty();
  }

  /** Whether only whole numbers are allowed. */
  public boolean isWhole() {
    return isNumber() && (usual.isChoice() || usual.whole());
  }

  /** What a value is called: the title of a choice, or the number as it is written. */
  public Object said(String written) {
    int at = known.indexOf(written);
    return at < 0 ? written : words.get(at);
  }

  /** Why a dimension cannot be searched, if so. */
  public Optional<Message> problem(Dimension dimension) {
    if (!dimension.isChoice()) {
      return isNumber() ? range(dimension.low()).or(() -> range(dimension.high()))
          : Optional.of(Message.of("trials.problem.choices", name, String.join(", ", known)));
    }
    Optional<Message> one = dimension.choices().size() > 1 ? Optional.empty() : Optional.of(Message.of("trials.problem.one_choice", name));
    return dimension.choices().stream().filter(value -> !value.isEmpty()).flatMap(value -> problem(value).stream()).findFirst()
        .or(() -> one);
  }

  private Optional<Message> problem(String value) {
    if (!isNumber()) {
      return known.contains(value) ? Optional.empty()
          : Optional.of(Message.of("trials.problem.choice", name, value, String.join(", ", known)));
    }
    try {
      double number = Double.parseDouble(value);
      return isWhole() && number != Math.rint(number) ? Optional.of(Message.of("trials.problem.whole", name, value)) : range(number);
    } catch (NumberFormatException e) {
      return Optional.of(Message.of("trials.problem.number", name, value));
    }
  }

  private Optional<Message> range(double number) {
    return number >= low && number <= high ? Optional.empty()
        : Optional.of(Message.of("trials.problem.range", name, SpaceText.number(low), SpaceText.number(high), SpaceText.number(number)));
  }
}
