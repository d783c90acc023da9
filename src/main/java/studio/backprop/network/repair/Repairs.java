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
  /** More than these would make a list to study, not a choice. */
  private static final int MOST = 4;

  /** A proposal and what it leads to. */
  private record Trial(Proposal proposal, Network after, int problems) {
    /** Rather build than take away. */
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
   * The best first; taking a node out comes after that, and taking a wire away last.
   *
   * @param goal what the data ask for, where that is known
   * @param judge says everything that is wrong with a network, hints included
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

  /** The problem is gone, and the node is not merely waiting for another now, unless that is what taking a wire away means. */
  private static boolean helps(Trials bench, Network after, List<Problem> left, Kind kind) {
    boolean gone = left.stream().noneMatch(bench.problem::sameAs);
    Optional<Node> node = bench.node().flatMap(before -> after.find(before.id()));
    boolean knownBefore = bench.node().filter(before -> bench.analysis.shape(before.id()).isPresent()).isPresent();
    boolean known = node.isEmpty() || after.analyse().shape(node.get().id()).isPresent();
    return gone && (known || kind == Kind.UNWIRE && !knownBefore);
  }

  /** The best few and, whatever else there is, one wire that can be taken away. */
  private static List<Trial> shortened(List<Trial> trials) {
    List<Trial> best = new ArrayList<>(trials.stream().filter(trial -> trial.proposal().kind() != Kind.UNWIRE).limit(MOST - 1).toList());
    trials.stream().filter(trial -> trial.proposal().kind() == Kind.UNWIRE).limit(MOST - best.size()).forEach(best::add);
    return best;
  }

  private static Repair offered(Trial trial) {
    Proposal proposal = trial.proposal();
    return new Repair(proposal.kind(), proposal.title(), proposal.consequence().apply(trial.after()), proposal.change());
  }
}
