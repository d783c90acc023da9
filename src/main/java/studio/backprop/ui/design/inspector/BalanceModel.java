package studio.backprop.ui.design.inspector;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import studio.backprop.data.Dataset;
import studio.backprop.data.InverseFrequencies;
import studio.backprop.data.PreparedData;
import studio.backprop.layer.Loss;
import studio.backprop.network.Edit;
import studio.backprop.network.Node;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Treatment of unbalanced classes and its effect on data and loss. */
final class BalanceModel {
  /**
   * Effect of a choice.
   *
   * @param dataset empty before the data are loaded
   * @param refusal why it has no effect, if so
   * @param weights class weights, NaN for a class without examples; empty if not chosen
   * @param constant training loss of the best constant prediction with this choice, NaN where the loss is not cross-entropy
   * @param plain the same without weighting
   */
  record Effect(Optional<Dataset> dataset, Optional<Message> refusal, double[] weights, double constant, double plain) {
    static final Effect NONE = new Effect(Optional.empty(), Optional.empty(), new double[0], Double.NaN, Double.NaN);

    boolean hasClasses() {
      return dataset.map(InverseFrequencies::apply).orElse(true);
    }
  }

  private final DocumentModel document;
  private final RunModel run;
  private final ReadOnlyObjectWrapper<Effect> effect = new ReadOnlyObjectWrapper<>(this, "effect", Effect.NONE);
  /** Data whose classes were counted last. */
  private PreparedData counted;
  private long[] counts = {};

  BalanceModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
    document.projectProperty().subscribe(now -> refresh());
    run.runProperty().subscribe(now -> refresh());
  }

  ObservableValue<ClassBalance> chosenProperty() {
    return document.projectProperty().map(project -> project.training().balance());
  }

  ReadOnlyObjectProperty<Effect> effectProperty() {
    return effect.getReadOnlyProperty();
  }

  void choose(ClassBalance way) {
    document.apply(new Edit<>(Message.of("inspector.edit.training", Message.of("training.balance")), "",
        project -> project.withTraining(training -> training.withBalance(way))));
  }

  private void refresh() {
    effect.set(run.runProperty().get() == null ? Effect.NONE : effect(document.project(), run.runProperty().get().data()));
  }

  private Effect effect(Project project, PreparedData data) {
    ClassBalance way = project.training().balance();
    Optional<Dataset> dataset = Optional.of(data.dataset());
    Optional<Message> refusal = refusal(project, data.dataset(), way).map(Message::of);
    if (way == ClassBalance.NONE || refusal.isPresent()) {
      return new Effect(dataset, refusal, new double[0], Double.NaN, Double.NaN);
    }
    count(data);
    double[] weights = way == ClassBalance.WEIGHTS ? InverseFrequencies.of(data).orElse(new double[0]) : new double[0];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = counts[k] == 0 ? Double.NaN : weights[k];
    }
    boolean entropy = isEntropy(project);
    return new Effect(dataset, refusal, weights,
        entropy ? Math.log(LongStream.of(counts).filter(count -> count > 0).count()) : Double.NaN, entropy ? entropy() : Double.NaN);
  }

  private static Optional<String> refusal(Project project, Dataset data, ClassBalance way) {
    if (!InverseFrequencies.apply(data)) {
      return Optional.of("training.balance.no_classes");
    }
    if (way == ClassBalance.BATCHES && data.answers() > 1) {
      return Optional.of("training.balance.several");
    }
    boolean labels = project.assignment().hasTargets();
    return way == ClassBalance.WEIGHTS && !labels ? Optional.of("training.balance.adversarial") : Optional.empty();
  }

  private void count(PreparedData data) {
    if (counted != data) {
      counted = data;
      counts = InverseFrequencies.counts(data);
    }
  }

  /** Whether the loss is cross-entropy, so that the best constant prediction costs the entropy of the classes. */
  private boolean isEntropy(Project project) {
    Optional<Node> output = project.network().outputs().stream().findFirst();
    Loss loss = output.flatMap(node -> node.layer().lossRule()).map(rule -> rule.loss()).orElse(Loss.MSE);
    boolean single = loss == Loss.BINARY_CROSS_ENTROPY && counts.length == 2;
    return loss == Loss.CROSS_ENTROPY || single;
  }

  private double entropy() {
    double all = Arrays.stream(counts).sum();
    return Arrays.stream(counts).filter(count -> count > 0).mapToDouble(count -> -count / all * Math.log(count / all)).sum();
  }
}
