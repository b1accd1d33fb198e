"""A vhost-user-blk device for one disk: the guest's own rings, in memory that QEMU shares.

The protocol is QEMU's ``docs/interop/vhost-user.rst``; rings ("split virtqueues") and requests are
those of the OASIS specification "Virtual I/O Device (VIRTIO) 1.2", sections 2.7 and 5.2. Names in
capitals are these specifications' own.

What a guest writes can change at any moment. So every descriptor and every header is copied once,
the copy is checked, and the copy is used; whatever else a guest changes while it is worked on is
its own data.
"""
