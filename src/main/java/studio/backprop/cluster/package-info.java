/**
 * Task farm over several processes: a {@link Coordinator} hands tasks to {@link Worker}s and collects their results. A task and its result
 * are bytes, whose meaning belongs to the caller. Membership, failure detection and transport are those of JGroups over TCP ({@link
 * ClusterChannel}); messages are encrypted with AES-GCM by a shared secret ({@link MessageCipher}). Tasks of a member that is lost are
 * given to others, so a task may run twice. Threads: one of its own for a coordinator and for a worker; their methods are thread-safe.
 * Decision 89.
 */
package studio.backprop.cluster;
