package studio.backprop.ui.workspace.run;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.util.Subscription;
import studio.backprop.network.Edit;
import studio.backprop.observe.Snapshot;
import studio.backprop.project.Agent;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.text.Message;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.ui.workspace.document.DocumentModel;

/** ε of the agent, adjustable during training: from then on it stays as set. */
public final class Exploration {
  private final DocumentModel document;
  private final RunModel run;

  public Exploration(DocumentModel document, RunModel run) {
    this.document = document;
    this.run = run;
  }

  /** ε of the next step or of the displayed one. Empty without an agent, or for a stochastic policy. */
  public OptionalDouble now() {
    Optional<ValueMethod> set = document.project().assignment().values();
    if (set.isEmpty()) {
      return OptionalDouble.empty();
    }
    Optional<AgentSnapshot> seen = run.snapshot().flatMap(Snapshot::agent);
    boolean past = run.past().stepProperty().get().isPresent();
    double then = seen.map(AgentSnapshot::epsilon).orElse(Double.NaN);
    return OptionalDouble.of(past && !Double.isNaN(then) ? then : set.get().epsilonAt(seen.map(AgentSnapshot::taken).orElse(0L)));
  }

  /** Overrides the schedule from the next step on. */
  public void set(double epsilon) {
    document.apply(new Edit<>(Message.of("inspector.edit.training", Message.of("agent.epsilon")), "agent.epsilon.live",
        project -> Agent.exploring(project, epsilon)));
  }

  /** Ends a drag: the next change is another history entry. */
  public void settle() {
    document.settle();
  }

  /** Notified whenever ε may have changed. */
  public Subscription onNews(Runnable heard) {
    return Subscription.combine(run.frameProperty().subscribe(heard), document.projectProperty().subscribe(heard));
  }
}
