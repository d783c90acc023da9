package studio.backprop.ui.judge.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.EvaluationMetric;
import studio.backprop.evaluate.MulticlassEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.text.Message;
import studio.backprop.ui.judge.evaluate.word.MetricsTexts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.Choice;
import studio.backprop.ui.workspace.run.DataTexts;

/** Card of one class against the rest: its scores and the figures of a threshold over them. */
final class OneVsRestCard {
  private final OneVsRestModel model;
  private final Lang lang;
  private final MetricsTexts words;
  private final ScoreHistogram histogram;
  private final PlotCard card;
  private final Choice<Integer> choice;
  private List<String> names = List.of();
  private Optional<BinaryEvaluation> drawn = Optional.empty();

  /** @param moved notified of another class, other scores, or another threshold */
  OneVsRestCard(OneVsRestModel model, Lang lang, ThemeModel theme, Runnable moved) {
    this.model = model;
    this.lang = lang;
    this.words = new MetricsTexts(lang);
    histogram = new ScoreHistogram(model, lang, theme);
    histogram.setId("rest-histogram");
    card = new PlotCard(lang, "metrics.rest", "threshold", histogram);
    card.getStyleClass().add("low");
    choice = new Choice<>(lang, List.of(), index -> Message.of("metrics.column", index < names.size() ? names.get(index) : ""),
        lang.bind("metrics.rest.class"));
    choice.setId("rest-class");
    choice.setMaxWidth(180);
    choice.valueProperty().subscribe((before, now) -> {
      if (now != null) {
        model.indexProperty().set(now);
      }
    });
    model.indexProperty().subscribe(index -> choice.setValue(index < names.size() ? index : null));
    card.legend(choice);
    model.judgedProperty().subscribe(rest -> {
      show();
      moved.run();
    });
  }

  PlotCard node() {
    return card;
  }

  /** Shows another evaluation, or in another language. */
  void begin(Evaluation now) {
    boolean several = now.judgement() instanceof MulticlassEvaluation
        && now.data().dataset().classNames().size() <= ClassCurves.MOST_CLASSES;
    Sight.show(card, several);
    if (several) {
      List<String> classes = new DataTexts(lang).classes(now.data().dataset());
      if (!classes.equals(names)) {
        names = List.copyOf(classes);
        int kept = model.indexProperty().get();
        choice.getItems().setAll(new ArrayList<>(IntStream.range(0, names.size()).boxed().toList()));
        choice.setValue(Math.min(kept, names.size() - 1));
      }
      drawn = Optional.empty();
      show();
    }
  }

  private void show() {
    Optional<BinaryEvaluation> rest = model.judgedProperty().get();
    if (rest.isEmpty() || model.indexProperty().get() >= names.size()) {
      return;
    }
    BinaryEvaluation judged = rest.get();
    if (drawn.filter(before -> before.curve() == judged.curve()).isEmpty()) {
      String name = names.get(model.indexProperty().get());
      histogram.show(judged, List.of(lang.say("metrics.rest.other"), name));
    }
    drawn = rest;
    histogram.follow();
    BinaryCounts counts = judged.counts();
    card.say(lang.say("metrics.rest.detail", words.threshold(judged.threshold()),
        words.value(EvaluationMetric.PRECISION, counts.precision()),
        words.value(EvaluationMetric.RECALL, counts.recall()), words.value(EvaluationMetric.F1, counts.f1())));
  }
}
