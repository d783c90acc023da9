package studio.backprop.search.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.backprop.network.Edit;
import studio.backprop.project.Project;
import studio.backprop.text.Message;

/** Search space. Immutable. @param dimensions in display order */
public record Space(List<Dimension> dimensions) {
  /** Largest number of dimensions. */
  public static final int MOST = 64;

  public static final Space NONE = new Space(List.of());

  public Space {
    dimensions = List.copyOf(dimensions);
  }

  /**
   * Project with sampled values.
   *
   * @param values by dimension; NaN for inapplicable settings, such as those of another optimizer
   * @param edits applied changes
   */
  public record Candidate(Project project, List<Double> values, List<Edit<Project>> edits) {}

  public Optional<Dimension> find(String name) {
    return dimensions.stream().filter(dimension -> dimension.name().equals(name)).findFirst();
  }

  public Space with(Dimension changed) {
    List<Dimension> all = new ArrayList<>(dimensions);
    boolean there = find(changed.name()).isPresent();
    all.replaceAll(old -> old.name().equals(changed.name()) ? changed : old);
    if (!there) {
      all.add(changed);
    }
    return new Space(all);
  }

  public Space without(String name) {
    return new Space(dimensions.stream().filter(dimension -> !dimension.name().equals(name)).toList());
  }

  /** Empty if it can be searched for this project. */
  public Optional<Message> problem(Project base) {
    if (dimensions.isEmpty()) {
      return Optional.of(Message.of("trials.problem.empty"));
    }
    List<Searchable> known = Searchables.of(base);
    Set<String> seen = new HashSet<>();
    for (Dimension dimension : dimensions) {
      Optional<Searchable> setting = find(known, dimension.name());
      if (setting.isEmpty()) {
        return Optional.of(Message.of("trials.problem.unknown", dimension.name()));
      }
      if (!seen.add(dimension.name())) {
        return Optional.of(Message.of("trials.problem.twice", dimension.name()));
      }
      Optional<Message> problem = setting.get().problem(dimension);
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  static Optional<Searchable> find(List<Searchable> known, String name) {
    return known.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /**
   * Sets sampled values, hidden layers first and training last.
   *
   * @param known searchable settings of the base
   * @param drawn values by dimension
   */
  public Candidate candidate(Project base, List<Searchable> known, List<Double> drawn) {
    Project project = base;
    Double[] values = drawn.toArray(Double[]::new);
    List<Edit<Project>> edits = new ArrayList<>();
    for (Searchable setting : known) {
      for (int d = 0; d < dimensions.size(); d++) {
        Dimension dimension = dimensions.get(d);
        if (dimension.name().equals(setting.name()) && !Double.isNaN(values[d])) {
          String written = dimension.written(values[d]);
          Optional<Project> changed = setting.change().apply(project, written);
          if (changed.isPresent()) {
            project = changed.get();
            edits.add(new Edit<>(Message.of("trials.edit", setting.title(), setting.said(written)),
                old -> setting.change().apply(old, written).orElse(old)));
          } else {
            values[d] = Double.NaN;
          }
        }
      }
    }
    return new Candidate(project, List.of(values), List.copyOf(edits));
  }
}
