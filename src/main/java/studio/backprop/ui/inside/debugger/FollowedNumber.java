package studio.backprop.ui.inside.debugger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import studio.backprop.derivation.Subject;
import studio.backprop.network.Node;
import studio.backprop.plan.Parameter;
import studio.backprop.run.Run;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** The number followed through a step, and the tensors of the selected node it can be chosen from. */
public final class FollowedNumber {
  private final ReadOnlyObjectWrapper<List<Subject>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
  private final ObjectProperty<Subject> subject = new SimpleObjectProperty<>(this, "subject");
  private final DocumentModel document;
  private final RunModel run;

  FollowedNumber(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
  }

  ReadOnlyObjectProperty<List<Subject>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /** The followed number, or null. */
  public ObjectProperty<Subject> subjectProperty() {
    return subject;
  }

  /** The followed number, or null. */
  Subject get() {
    return subject.get();
  }

  /** Current values of the followed tensor; empty where they are not copied, as in very large networks. */
  Optional<Numbered> numbers() {
    return Optional.ofNullable(subject.get()).flatMap(now -> run.snapshot().flatMap(seen -> Numbered.of(now, seen, document.analysis())));
  }

  /** Follows this number, in any node. */
  public void follow(Subject number) {
    if (!choices.get().contains(number.at(-1))) {
      document.select(document.network().nodes().stream().filter(node -> (number.isWeight() ? node.weights() : node.id()) == number.node())
          .map(Node::id).limit(1).toList());
    }
    if (choices.get().contains(number.at(-1))) {
      subject.set(number);
    }
  }

  void follow(int place) {
    subject.set(subject.get().at(place));
  }

  /** The parameters and output of the node; without a selection, of the last but one trainable node. */
  void offer() {
    Run now = run.runProperty().get();
    List<Subject> found = new ArrayList<>();
    if (now != null) {
      List<Integer> learners = now.learned().stream().map(Parameter::node).distinct().toList();
      Optional<Integer> node = document.selectedNode()
          .or(() -> learners.isEmpty() ? Optional.empty() : Optional.of(learners.get(Math.max(0, learners.size() - 2))));
      node.flatMap(document.network()::find).ifPresent(chosen -> {
        now.learned().stream().filter(p -> p.node() == chosen.weights()).forEach(p -> found.add(new Subject(p.node(), p.name(), -1)));
        if (now.reached().contains(chosen.id()) || chosen.layer().isInput()) {
          found.add(new Subject(chosen.id(), null, -1));
        }
      });
    }
    choices.set(List.copyOf(found));
    boolean same = subject.get() != null && found.contains(subject.get().at(-1));
    if (!same) {
      subject.set(found.isEmpty() ? null : found.get(0));
    }
  }
}
