package studio.backprop.derivation;

import java.util.Optional;
import java.util.stream.Stream;
import studio.backprop.network.Network;
import studio.backprop.op.Gather;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Message;
import studio.backprop.train.Session;

/** Reasons for a missing derivation, localized, with remedies. */
public final class Unexplained {
  /** Larger networks are not copied. */
  private static final long MOST_NUMBERS = 2_000_000;

  private Unexplained() {}

  /** Empty if a step can be derived. */
  public static Optional<Message> why(Session session) {
    if (session.parameters().learned().isEmpty()) {
      return Optional.of(Message.of("explain.learns_nothing"));
    }
    if (session.parameters().switches().anyOff()) {
      return Optional.of(Message.of("explain.switched_off"));
    }
    long numbers = session.parameters().all().stream().mapToLong(p -> p.tensor().count()).sum();
    return numbers > MOST_NUMBERS ? Optional.of(Message.of("explain.too_large", numbers, MOST_NUMBERS)) : Optional.empty();
  }

  /** Localized text of a failed derivation. */
  public static Message failed(Throwable trouble) {
    Throwable cause = Stream.iterate(trouble, t -> t != null, Throwable::getCause).reduce((outer, inner) -> inner).orElse(trouble);
    return cause instanceof OutOfMemoryError ? Message.of("explain.memory")
        : Message.of("explain.failed", cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
  }

  static Optional<Message> why(Subject subject, Network network, Plan plan, Optional<Tensor> tensor) {
    Object title = network.find(subject.node()).map(node -> (Object) node.title()).orElse(subject.node());
    if (tensor.isEmpty()) {
      return Optional.of(Message.of("explain.no_gradient", title));
    }
    boolean looksUp = plan.steps().stream().map(Step::op)
        .anyMatch(op -> op instanceof Gather && op.inputs().get(0).storage() == tensor.get().storage());
    return looksUp ? Optional.of(Message.of("explain.tokens", title)) : Optional.empty();
  }
}
