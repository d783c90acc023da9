package studio.backprop.search.space;

import java.util.List;
import java.util.Optional;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/**
 * Searchable setting of a project (hyperparameter). Immutable.
 *
 * @param name in search spaces: {@code rate}, {@code layers}, {@code conv_1.filters}
 * @param title localized text
 * @param owner its layer or optimizer; empty for one of the whole project
 * @param usual default range or choices
 * @param low allowed minimum
 * @param high allowed maximum
 * @param words localized texts of its choices, in the order of {@link #known}
 * @param known names of its choices; empty for a number
 * @param change sets a value; empty if the project has no such setting
 */
public record Searchable(
    String name, Message title, Optional<Message> owner, Dimension usual, double low, double high, List<String> known, List<Object> words,
    Change change) {
  @FunctionalInterface
  interface Change {
    Optional<Project> apply(Project project, String value);
  }

  static Searchable number(String name, Message title, Optional<Message> owner, Dimension usual, double low, double high, Change change) {
    return new Searchable(name, title, owner, usual, low, high, List.of(), List.of(), change);
  }

  /** @param usual default choices */
  static Searchable choice(
      String name, Message title, Optional<Message> owner, List<String> usual, List<String> known, List<Object> words, Change change) {
    return new Searchable(name, title, owner, Dimension.choice(name, usual), 0, known.size() - 1.0, known, words, change);
  }

  public boolean isNumber() {
    return known.isEmpty();
  }

  public boolean isWhole() {
    return isNumber() && (usual.isChoice() || usual.whole());
  }

  /** Localized text of a value. */
  public Object said(String written) {
    int at = known.indexOf(written);
    return at < 0 ? written : words.get(at);
  }

  /** Empty if a dimension can be searched. */
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
