package studio.backprop.network.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.repair.Repair.Kind;
import studio.backprop.network.repair.Trials.Proposal;

/** Generates fixes of a problem by trial: every candidate is applied to a copy, and offered only if the problem is solved there. */
public final class Repairs {
  /** Maximum number of offered repairs. */
  private static final int MAX_REPAIRS = 4;

  private record Trial(Proposal proposal, Network after, int problems) {
    /** Rank: additions before removals. */
    int kind() {
      return switch (proposal.kind()) {
        case INSERT, CHANGE, WIRE -> 0;
        case REMOVE -> 1;
        case UNWIRE -> 2;
      };
    }
  }

  private Repairs() {}

  /**
   * Verified repairs, best first; removals of nodes come after all others, removals of wires last.
   *
   * @param goal requirements of the data, where known
   * @param judge finds all problems of a network, including hints
   */
  public static List<Repair> of(Network network, Problem problem, Optional<Goal> goal, Function<Network, List<Problem>> judge) {
    Trials bench = new Trials(network, problem, goal);
    int before = judge.apply(network).size();
    Between.propose(bench);
    Settled.propose(bench);
    Between.proposeOutput(bench);
    Rewired.propose(bench);
    Ends.propose(bench);
    Opponents.propose(bench);
    List<Trial> trials = new ArrayList<>();
    Set<Network> seen = new HashSet<>();
    for (Proposal proposal : bench.proposals()) {
      Network after = proposal.change().apply(network);
      List<Problem> left = judge.apply(after);
      if (seen.add(after) && helps(bench, after, left, proposal.kind()) && (proposal.kind() != Kind.REMOVE || left.size() < before)) {
        trials.add(new Trial(proposal, after, left.size()));
      }
    }
    trials.sort(Comparator.comparing(Trial::kind).thenComparing(Trial::problems));
    return shortened(trials).stream().map(Repairs::offered).toList();
  }

  /** Whether the problem is solved without merely disconnecting the node, except by removing a wire. */
  private static boolean helps(Trials bench, Network after, List<Problem> left, Kind kind) {
    boolean gone = left.stream().noneMatch(bench.problem::sameAs);
    Optional<Node> node = bench.node().flatMap(before -> after.find(before.id()));
    boolean knownBefore = bench.node().filter(before -> bench.analysis.shape(before.id()).isPresent()).isPresent();
    boolean known = node.isEmpty() || after.analyse().shape(node.get().id()).isPresent();
    return gone && (known || kind == Kind.UNWIRE && !knownBefore);
  }

  /** The best few, including at most one removal of a wire. */
  private static List<Trial> shortened(List<Trial> trials) {
    List<Trial> best = new ArrayList<>(
        trials.stream().filter(trial -> trial.proposal().kind() != Kind.UNWIRE).limit(MAX_REPAIRS - 1).toList());
    trials.stream().filter(trial -> trial.proposal().kind() == Kind.UNWIRE).limit(MAX_REPAIRS - best.size()).forEach(best::add);
    return best;
  }

  private static Repair offered(Trial trial) {
    Proposal proposal = trial.proposal();
    return new Repair(proposal.kind(), proposal.title(), proposal.consequence().apply(trial.after()), proposal.change());
  }
}
