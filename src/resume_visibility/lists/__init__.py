"""Lists that agree with views: the policy as a condition on stored rows, many views at once, what an index may hold, exports."""
