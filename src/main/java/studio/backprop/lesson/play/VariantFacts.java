package studio.backprop.lesson.play;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import studio.backprop.compare.Comparison;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.check.Facts;
import studio.backprop.train.Session;

/** Quantities of a project and of the variants compared with it. Neither may train concurrently. */
public final class VariantFacts implements Facts {
  private final SessionFacts project;
  private final Optional<Comparison> lanes;
  private final Supplier<Circumstances> around;
  private final Map<Character, SessionFacts> known = new HashMap<>();

  /** @param lanes the comparison; without one, quantities of variants are unknown */
  public VariantFacts(SessionFacts project, Optional<Comparison> lanes, Supplier<Circumstances> around) {
    this.project = project;
    this.lanes = lanes;
    this.around = around;
  }

  private Optional<SessionFacts> lane(char letter) {
    return lanes.filter(twins -> letter - 'A' < twins.lanes().size())
        .map(twins -> known.computeIfAbsent(letter, any -> facts(twins.lanes().get(letter - 'A').session())));
  }

  private SessionFacts facts(Session lane) {
    return new SessionFacts(lane, () -> around.get().ofLane(lane.project()), Optional::empty);
  }

  @Override
  public double number(CheckedQuantity quantity, boolean thorough) {
    return quantity.lane().isEmpty() ? project.number(quantity, thorough)
        : lane(quantity.lane().get()).map(of -> of.number(quantity.ofProject(), thorough)).orElse(Double.NaN);
  }

  @Override
  public String word(CheckedQuantity quantity) {
    return quantity.lane().isEmpty() ? project.word(quantity)
        : lane(quantity.lane().get()).map(of -> of.word(quantity.ofProject())).orElse(null);
  }

  @Override
  public Clock clock(char lane) {
    return lane == 0 ? project : lane(lane).map(of -> of.clock(lane)).orElse(project);
  }
}
