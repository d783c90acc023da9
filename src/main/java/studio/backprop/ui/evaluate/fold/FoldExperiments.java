package studio.backprop.ui.evaluate.fold;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.evaluate.fold.CrossValidation;
import studio.backprop.evaluate.fold.FoldComparison;
import studio.backprop.evaluate.fold.FoldFigure;
import studio.backprop.evaluate.fold.FoldResult;
import studio.backprop.ui.evaluate.fold.FoldExperiment.Kind;
import studio.backprop.ui.evaluate.fold.FoldsModel.State;

/** What the folds of a project have come to, one experiment of each kind, and how the last of them ended. */
final class FoldExperiments {
  private final Map<Kind, FoldExperiment> known = new EnumMap<>(Kind.class);
  private State ended = State.NOTHING;

  Optional<FoldExperiment> of(Kind kind) {
    return Optional.ofNullable(known.get(kind));
  }

  boolean any() {
    return !known.isEmpty();
  }

  /** How the last experiment ended; NOTHING before. */
  State ended() {
    return ended;
  }

  void end(State how) {
    ended = how;
  }

  void put(Kind kind, FoldExperiment experiment) {
    known.put(kind, experiment);
  }

  /** Before one of a kind begins: the others are of these folds. */
  void makeRoomFor(Kind kind) {
    if (kind == Kind.FOLDS) {
      known.clear();
    }
  }

  void clear() {
    known.clear();
    ended = State.NOTHING;
  }

  /** What brings all back as it is now. @param then how the last one is to have ended */
  Runnable moment(State then) {
    Map<Kind, FoldExperiment> now = new EnumMap<>(known);
    return () -> {
      known.clear();
      known.putAll(now);
      ended = then;
    };
  }

  /** How the rows were divided whose trainings are all done; empty before. */
  Optional<CrossValidation> completed() {
    return of(Kind.FOLDS).filter(folds -> folds.done() == folds.all()).map(FoldExperiment::plan);
  }

  /** Of the folds that are done, in their order. */
  List<FoldResult> results() {
    return of(Kind.FOLDS).map(FoldExperiment::results).orElse(List.of());
  }

  /** The figures that apply. */
  List<FoldFigure> figures() {
    return of(Kind.FOLDS).map(folds -> FoldFigure.of(folds.jobs().get(0).whole().dataset())).orElse(List.of());
  }

  /** The two settings on the same folds, by the figure that settings are chosen by; empty before there are two. */
  Optional<FoldComparison> comparison(FoldFigure figure) {
    return of(Kind.OTHER).flatMap(other -> of(Kind.FOLDS).map(folds -> FoldComparison.of(figure, folds.results(), other.results())));
  }
}
